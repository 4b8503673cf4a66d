extension Starter {
    /// Tests of the starter policy, one for each thing that somebody could ask about it.
    static func tests(_ name: String) -> String {
        """
        # yaml-language-server: $schema=holdline.test.schema.json
        # What the policy answers, step by step. Times count from the beginning of each test; nobody waits for them.
        # `must: [warn]` says that this stands after the step (other norms may stand too); `may: []` that nothing does.
        policy: \(name).policy.yaml
        tests:
          - name: a rude word asks for a warning in the customer's language
            given: {channel: phone, language: de, customer: cu-1, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}, expect: {none: true}}
              - at: 70s
                conduct.observed: {conduct: rude}
                expect: {must: [{warn: {by: agent, due: 100s, script: warning}}], may: [], ladder: {abuse: 1}}
              - at: 80s
                action.done: {action: warn, by: agent, said: [behaviour, consequence]}
                expect: {closed: {warn: fulfilled}, verdict: {warn: fulfilled}, must: []}

          - name: a warning that does not name the consequence is not enough
            given: {channel: phone, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: insult}}
              - at: 20s
                action.done: {action: warn, said: [behaviour]}
                expect: {verdict: {warn: incomplete}, must: [warn]}

          - name: nobody is cut off before both warnings were given
            given: {channel: chat, customer: cu-1, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: insult}}
              - {at: 20s, action.done: {action: warn, said: [behaviour, consequence]}}
              - {at: 60s, conduct.observed: {conduct: insult}, expect: {script: {warn: final_warning}, may: []}}
              - {at: 61s, contact.ended: {by: agent, reason: abuse}, expect: {verdict: {end_contact: premature}}}

          - name: after two warnings the agent may end the conversation
            given: {channel: phone, customer: cu-1, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: insult}}
              - {at: 20s, action.done: {action: warn, said: [behaviour, consequence]}}
              - {at: 60s, conduct.observed: {conduct: rude}}
              - {at: 70s, action.done: {action: warn, said: [behaviour, consequence]}}
              - {at: 90s, conduct.observed: {conduct: insult}, expect: {may: [end_contact], ladder: {abuse: 3}}}
              - {at: 95s, contact.ended: {by: agent, reason: abuse}, expect: {verdict: {end_contact: permitted}}}

          - name: a warning that is forgotten reaches the supervisor
            given: {channel: phone, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - {at: 10s, conduct.observed: {conduct: rude}}
              - {at: 41s, time.passed: {}, expect: {closed: {warn: missed}, must: [{notify: {to: supervisor}}]}}

          - name: swearing at the situation is no abuse
            given: {channel: phone}
            steps:
              - {at: 0s, contact.started: {}}
              - at: 30s
                conduct.observed: {conduct: rude, directed_at: situation}
                expect: {none: true, ladder: {abuse: 0}}

          - name: a threat brings a supervisor, and the one who heard it may end the call
            given: {channel: phone, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - at: 15s
                conduct.observed: {conduct: threat}
                expect: {must: [{involve_supervisor: {due: 45s}}], may: [end_contact]}
              - {at: 40s, supervisor.joined: {mode: join}, expect: {closed: {involve_supervisor: fulfilled}}}

          - name: a machine that hears a threat calls the supervisor and opens no door
            given: {channel: chat, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - at: 15s
                conduct.observed: {conduct: threat, source: classifier, confidence: 0.9}
                expect: {must: [involve_supervisor], may: []}

          - name: a person in danger is never cut off, whatever they say
            given: {channel: phone, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - at: 20s
                conduct.observed: {conduct: danger_to_self}
                expect: {status: {protected: active}, must: [involve_supervisor], must_not: [end_contact]}
              - {at: 30s, conduct.observed: {conduct: [threat, insult]}, expect: {may: [], ladder: {abuse: 0}}}
              - {at: 40s, contact.ended: {by: agent, reason: abuse}, expect: {verdict: {end_contact: forbidden}}}

          - name: whoever asks for a supervisor gets one
            given: {channel: phone, language: en, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - at: 5m
                supervisor.requested: {}
                expect: {due: {involve_supervisor: 7m}, script: {involve_supervisor: handing_over}}
              - {at: 6m, supervisor.joined: {mode: take_over}, expect: {closed: {involve_supervisor: fulfilled}}}

          - name: or a call back, if none came within two minutes
            given: {channel: phone, language: en, agent: a-1}
            steps:
              - {at: 0s, contact.started: {}}
              - {at: 5m, supervisor.requested: {}}
              - {at: 7m, time.passed: {}, expect: {must: [involve_supervisor]}}
              - {at: 7m1ms, time.passed: {}, expect: {must: [{call_back: {by: supervisor}}]}}

        """
    }

    /// One conversation, as a log holds it.
    static let events = """
        {"id":"e-1","time":"2026-11-21T10:00:00Z",\
        "type":"contact.started","contact":"c-1","customer":"cu-1","agent":"a-1","channel":"phone",\
        "data":{"language":"en"}}
        {"id":"e-2","time":"2026-11-21T10:01:10Z",\
        "type":"conduct.observed","contact":"c-1","customer":"cu-1","agent":"a-1","channel":"phone",\
        "data":{"conduct":"rude"}}
        {"id":"e-3","time":"2026-11-21T10:01:25Z",\
        "type":"action.done","contact":"c-1","agent":"a-1",\
        "data":{"action":"warn","said":["behaviour","consequence"]}}
        {"id":"e-4","time":"2026-11-21T10:02:30Z",\
        "type":"conduct.observed","contact":"c-1","agent":"a-1",\
        "data":{"conduct":["insult"]}}
        {"id":"e-5","time":"2026-11-21T10:02:45Z",\
        "type":"action.done","contact":"c-1","agent":"a-1",\
        "data":{"action":"warn","said":["behaviour","consequence"]}}
        {"id":"e-6","time":"2026-11-21T10:03:20Z",\
        "type":"conduct.observed","contact":"c-1","agent":"a-1",\
        "data":{"conduct":["insult"]}}
        {"id":"e-7","time":"2026-11-21T10:03:40Z",\
        "type":"contact.ended","contact":"c-1","agent":"a-1",\
        "data":{"by":"agent","reason":"abuse"}}

        """

    /// What to do next.
    static func readme(_ name: String) -> String {
        """
        # \(name)

        - `\(name).policy.yaml` says what happens when a contact becomes abusive.
        - `\(name).test.yaml` says what we expect of it.
        - `events.ndjson` is one conversation to try it on.
        - `holdline.schema.json` and `holdline.test.schema.json` let your editor complete and mark the two files above;
          `holdline schema --out .` writes them anew for another version.

        The next three commands:

        ```sh
        holdline check .                                   # does the policy mean what it says?
        holdline test . --coverage                         # does it answer as we expect?
        holdline run \(name).policy.yaml events.ndjson     # what does it say to this conversation?
        ```

        Then change a number in the policy, run the tests again, and see which of them notices.

        """
    }
}
