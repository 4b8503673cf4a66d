/// The files that `holdline init` writes.
enum Starter {
    /// A small policy that is ready to run, with comments that teach the language.
    static func policy(_ name: String) -> String {
        """
        # yaml-language-server: $schema=holdline.schema.json
        # What we do when a customer becomes abusive. Read a rule aloud: when this happens, if that holds, somebody
        # must, should, may or must not do something, within a time. What stands here is what `holdline run` answers.
        holdline: 1                                # version of the language
        policy: \(name)
        title: How we handle rude and threatening contacts
        company: Our Company
        languages: [en, de]                        # every script below exists in each of them

        # What people observe, the gravest first. The words stand in for {conduct} in scripts.
        conduct:
          danger_to_self: {}                       # somebody may be about to harm themselves; nothing is said about it
          threat: {en: threatening me, de: mir zu drohen}
          insult: {en: insulting me, de: mich zu beleidigen}
          rude: {en: speaking to me in this tone, de: in diesem Ton mit mir zu sprechen}
        groups:
          abuse: [insult, rude]                    # `conduct.abuse` is any of them

        # Who may do what. A closed action is forbidden unless something below allows it.
        actions:
          end_contact: {by: [agent, supervisor], closed: true, irreversible: true}
          warn: {by: [agent, supervisor], must_say: [behaviour, consequence]}

        # Norms in order, one step for each repetition. The next step comes only when the last warning was really given:
        # nobody is punished for a warning they never heard.
        ladders:
          abuse:
            when: conduct.abuse
            if: 'event.directed_at != "situation"'           # swearing at the weather is no abuse
            suspended_while: 'status("protected")'
            cools: {after: 20m}                              # one step down for every twenty quiet minutes
            steps:
              - must: {warn: {script: warning, within: 30s, if_missed: {notify: {who: supervisor, within: 5m}}}}
              - must: {warn: {script: final_warning, within: 30s, if_missed: {notify: {who: supervisor, within: 5m}}}}
              - may: {end_contact: {script: goodbye}}

        # A lasting condition: while somebody's life may be at stake, nobody hangs up.
        statuses:
          protected:
            about: contact
            while_active:
              must_not: end_contact

        rules:
          # A machine may call for help, but only a person who heard the threat may end the call for it.
          threat:
            when: conduct.threat
            must: {involve_supervisor: {within: 30s, if_missed: {notify: {who: manager, within: 1m}}}}
          threat-may-end-it:
            when: conduct.threat
            if: 'event.source in ["agent", "supervisor"]'
            may: {end_contact: {script: goodbye, unless: 'status("protected")'}}
          danger-to-self:
            when: conduct.danger_to_self
            begin: {protected: {until: contact.ended}}
            must: {involve_supervisor: {within: 15s, mode: join, if_missed: {notify: {who: manager, within: 1m}}}}
            should: {say: {script: stay_with_me, within: 30s}}
          asks-for-a-supervisor:
            when: supervisor.requested
            must:
              involve_supervisor:
                within: 2m
                mode: take_over
                script: handing_over
                if_missed: {call_back: {by: supervisor, within: 4h}}

        # Words to say. {conduct} and {company} are filled in; {customer} and {agent} stay for your screens.
        scripts:
        \(scripts)

        """
    }

    private static let scripts = """
          warning:
            en: I want to help you. Please stop {conduct}, or I will have to end this conversation.
            de: Ich möchte Ihnen gern helfen. Bitte hören Sie auf, {conduct}, sonst muss ich das Gespräch beenden.
          final_warning:
            en: I have asked you to stop {conduct}. If it happens once more, I will end this conversation.
            de: Ich habe Sie gebeten, nicht weiter {conduct}. Beim nächsten Mal beende ich das Gespräch.
          goodbye:
            en: I am ending this conversation now. You are welcome to contact {company} again at any time.
            de: Ich beende das Gespräch jetzt. Sie können sich jederzeit wieder bei {company} melden.
          stay_with_me:
            en: I am glad that you told me. I am staying here with you, and I am asking somebody to join us.
            de: Gut, dass Sie mir das sagen. Ich bleibe bei Ihnen und hole jemanden dazu.
          handing_over:
            en: Of course. I am asking my supervisor to join us, and I will explain everything first.
            de: Gern. Ich hole meine Teamleitung dazu und erkläre vorab alles.
        """
}
