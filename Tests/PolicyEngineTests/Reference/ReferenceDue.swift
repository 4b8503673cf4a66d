import PolicyEngine
import PolicyLanguage

extension Reference.Lane {
    typealias Due = Reference.Due

    /// The next thing to fall due by `limit`; a deadline at the limit itself has not passed yet.
    func nextDue(_ book: Reference.Book, by limit: Int64) -> Due? {
        let all = normsDue() + clocksDue(book) + laddersDue(book) + othersDue()
        return all.filter { $0.time < limit || ($0.time == limit && !$0.isDeadline) }.min(by: Due.inOrder)
    }

    private func normsDue() -> [Due] {
        norms.filter(\.isOpen).flatMap { norm in
            [
                norm.due.map { Due(time: $0, created: norm.created, kind: .deadline(norm)) },
                norm.until.map { Due(time: $0, created: norm.created, kind: .expiry(norm)) },
            ].compactMap(\.self)
        }
    }

    private func clocksDue(_ book: Reference.Book) -> [Due] {
        clocks.flatMap { key, run in
            guard run.isRunning else { return [Due]() }
            return book.reachValues(of: key.name).filter { !run.reached.contains($0) }.map { value in
                let time = now + max(0, value - run.elapsed(at: now))
                return Due(time: time, created: run.created, kind: .reach(key, value))
            }
        }
    }

    private func laddersDue(_ book: Reference.Book) -> [Due] {
        ladders.flatMap { key, run in
            guard let ladder = book.ladder(key.name) else { return [Due]() }
            if let id = key.place.contact, contacts[id]?.ended != nil { return [] }
            var due: [Due] = []
            if case .elapsed(let after)? = ladder.coolsAfter?.value, !run.isSuspended,
                run.position > 0 || run.counter > 0, let quiet = run.quiet(at: now)
            {
                let wait = (run.cooled + 1) * after - quiet
                due.append(Due(time: now + max(0, wait), created: run.coolingCreated, kind: .cooling(key)))
            }
            if case .elapsed(let window)? = ladder.inLast?.value, let climb = run.climbs.first {
                due.append(Due(time: climb.time + window, created: climb.created, kind: .aging(key)))
            }
            return due
        }
    }

    private func othersDue() -> [Due] {
        let ending = statuses.compactMap { key, run -> Due? in
            guard run.phase == .active, let end = run.ends else { return nil }
            return Due(time: end, created: run.created, kind: .status(key))
        }
        let forgotten = facts.compactMap { key, fact in
            fact.until.map { Due(time: $0, created: fact.created, kind: .fact(key)) }
        }
        return ending + forgotten
    }

    /// The contact of something that fell due.
    func contact(of due: Due) -> Reference.Contact? {
        let id: String?
        switch due.kind {
        case .deadline(let norm), .expiry(let norm):
            id = norm.contact
        case .reach(let key, _), .cooling(let key), .aging(let key), .status(let key), .fact(let key):
            id = key.place.contact
        }
        return id.flatMap { contacts[$0] }
    }
}
