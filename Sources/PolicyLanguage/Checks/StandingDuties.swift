import SourceText

/// Duties towards a customer that begin with a status and not with a contact: nobody is on the line when it is decided.
struct StandingDuties {
    static func find(in view: PolicyView) -> [Diagnostic] {
        view.acts.compactMap { source, placed in
            let action = placed.act.action.value
            guard placed.isStanding, placed.modality.isDuty, source.status?.about == .customer,
                placed.act.during == nil, let builtIn = BuiltInAction.named(action), builtIn.during == .contact,
                action != "end_contact"
            else { return nil }
            return .warning(
                "duty-without-contact", placed.act.action.span,
                "\(quoted(action)) is owed from the moment the status begins, when the customer may not be there",
                "add `when: contact.started` beside it, so that it is owed in each contact")
        }
    }
}
