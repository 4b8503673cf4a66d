# jq -cn -f policy.jq EVENTS: the twelve rules in jq, all state in one object.
def required: {
  "R01": ["warn", 120], "R02": ["final_warning", 120], "R03": ["end_contact", 300], "R04": ["involve_supervisor", 0],
  "R05": ["end_contact", 60], "R06": ["report_security", 3600], "R07": ["transfer_supervisor", 600],
  "R08": ["remind", 60], "R09": ["offer_break", 300], "R10": ["document_incident", 86400],
  "R11": ["restrict_customer", 7776000], "R12": ["redirect_writing", 0]};

required as $required
| foreach inputs as $e ({contacts: {}, customers: {}, fired: []};
    ($e.time | fromdateiso8601) as $now
    | (.contacts[$e.contact] // {count: 0, must_end: false, supervisor: false, transfer: -1000000000, warned: -1}) as $c
    | ((.customers[$e.customer] // {endings: [], until: 0})
       | if .endings == [] then . else .endings |= map(select(. > $now - 7776000)) end) as $k
    | ($e.behaviour == "discrimination" or $e.behaviour == "sexual") as $heavy
    | ($e.type == "utterance") as $speaks
    | ($speaks and ($heavy or $e.behaviour == "profanity" or $e.behaviour == "insult"
        or ($e.behaviour == "rude" and $e.severity >= 2))) as $abusive
    | ($c.count + (if $heavy and $e.severity >= 3 then 2 else 1 end)) as $count
    | ($e.type == "action.completed" and ($e.action == "warn" or $e.action == "final_warning")) as $answers
    | ($e.type == "contact.ended") as $ends
    | [ (if $abusive and ($c.must_end | not) then
           (if $count == 1 then "R01" elif $count == 2 then "R02" else "R03" end) else empty end),
        (if $speaks and $e.behaviour == "threat" then
           (if $c.supervisor then empty else "R04" end), (if $c.must_end then empty else "R05" end),
           (if $e.severity >= 3 then "R06" else empty end) else empty end),
        (if $e.type == "supervisor.requested" and $now - $c.transfer >= 600 then "R07" else empty end),
        (if $c.warned >= 0 and $now - $c.warned > 120 and ($answers | not) then "R08" else empty end),
        (if $ends and $c.must_end then "R09", "R10",
           (if ($k.endings | length) + 1 >= 3 and ($k.until > $now | not) then "R11" else empty end) else empty end),
        (if $e.type == "contact.started" and $e.channel == "phone" and $k.until > $now then "R12" else empty end)
      ] as $fired
    | .fired = $fired | .now = $now
    | if $ends then
        del(.contacts[$e.contact])
        | if $c.must_end then .customers[$e.customer] =
            {endings: ($k.endings + [$now]), until: (if $fired | index("R11") then $now + 7776000 else $k.until end)}
          else . end
      elif $fired == [] then
        if $answers and $c.warned >= 0 then .contacts[$e.contact] = ($c | .warned = -1) else . end
      else .contacts[$e.contact] = (reduce $fired[] as $rule
          ($c | if $answers or ($fired | index("R08")) then .warned = -1 else . end;
            if $rule == "R01" then .count = 1 | .warned = $now
            elif $rule == "R02" then .count = 2 | .warned = $now
            elif $rule == "R03" or $rule == "R05" then .must_end = true
            elif $rule == "R04" then .supervisor = true
            elif $rule == "R07" then .transfer = $now
            else . end))
      end;
    .now as $now | .fired[] | {event: $e.id, time: $e.time, contact: $e.contact, customer: $e.customer, agent: $e.agent,
      action: $required[.][0], rule: ., due: ($now + $required[.][1] | todate)})
