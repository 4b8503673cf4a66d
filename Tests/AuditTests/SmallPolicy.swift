/// A policy with a bit of everything that leaves records: a ladder, a deadline with consequences, a clock, a status, a
/// norm that lives with the agent.
enum SmallPolicy {
    static let text = """
        holdline: 1
        policy: small
        title: A small policy
        languages: [en]
        roles: [agent, supervisor, manager, system]
        conduct: [threat, insult, profanity, rude]
        groups:
          abuse: [insult, profanity, rude]
        scripts:
          warning: {en: "Please stop, or I will have to end this call."}
          goodbye: {en: "I am ending this call now."}
        measures:
          length: {elapsed: contact.started, per: contact}
          endings:
            count: contact.ended
            if: 'has(event.reason) && event.reason == "abuse"'
            per: customer
            in_last: 365d
        ladders:
          abuse:
            when: conduct.abuse
            cools: {after: 20m}
            steps:
              - must: {warn: {script: warning, within: 30s}}
              - must: {warn: {script: warning, within: 30s, if_missed: {notify: {who: manager, within: 5m}}}}
              - may: {end_contact: {script: goodbye}}
        rules:
          threat:
            when: conduct.threat
            must: {involve_supervisor: {within: 30s, if_missed: {notify: {who: manager, within: 1m}}}}
          long:
            when: {measure: length, reaches: 15m}
            should: {announce: {}}
          again:
            when: {measure: endings, reaches: 2}
            must: {decide: {within: 3d}}
          rest:
            when: contact.ended
            if: 'contact.conduct("abuse") > 0'
            must: {offer_break: {minutes: 10, within: 15m}}

        """
}
