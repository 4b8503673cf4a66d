import SourceText

/// The places where a setting's name may stand for a value: the model keeps the value and the place alone.
struct SettingUses {
    private var times: Set<Int64> = []
    private var numbers: Set<Int64> = []

    init(_ view: PolicyView) {
        var terms: [Located<Term>?] = []
        var untils: [Until?] = []
        for measure in view.policy.measures { terms.append(measure.inLast) }
        for ladder in view.policy.ladders { terms += [ladder.inLast, ladder.coolsAfter] }
        for status in view.policy.statuses { untils.append(status.until?.value) }
        for source in view.sources { untils += (source.rule?.begins ?? []).map { $0.until?.value } }
        for (_, placed) in view.acts {
            terms += [placed.act.within, placed.act.confirm?.every]
            untils.append(placed.act.until?.value)
        }
        for term in terms { if let time = term?.value.milliseconds { times.insert(time) } }
        for until in untils { if case .elapsed(let time) = until { times.insert(time) } }
        for case .measure(_, let reached) in view.triggers.map(\.kind) {
            times.insert(reached.value)
            numbers.insert(reached.value)
        }
    }

    /// Whether some place has a setting's value; never false where its name stands.
    func mayUse(_ setting: Setting) -> Bool {
        switch setting.value.value {
        case .duration(let time): times.contains(time)
        case .int(let number): numbers.contains(number)
        case .bool, .text: false
        }
    }
}
