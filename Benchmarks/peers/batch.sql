-- The twelve rules over the whole file at once, for DuckDB; `{events}` and `{actions}` are paths.
CREATE TEMP TABLE event AS
  SELECT row_number() OVER () AS n, id, time, type, contact, customer, agent, channel, behaviour, severity,
    coalesce(action, '') AS action, epoch(CAST(time AS TIMESTAMPTZ))::BIGINT AS t
  FROM read_json('{events}', format = 'newline_delimited', columns = {
    id: 'VARCHAR', time: 'VARCHAR', type: 'VARCHAR', contact: 'VARCHAR', customer: 'VARCHAR', agent: 'VARCHAR',
    channel: 'VARCHAR', behaviour: 'VARCHAR', severity: 'INT', action: 'VARCHAR'});

CREATE TEMP TABLE abuse AS
  SELECT n, contact, t,
    sum(CASE WHEN behaviour IN ('discrimination', 'sexual') AND severity >= 3 THEN 2 ELSE 1 END)
      OVER (PARTITION BY contact ORDER BY n) AS score
  FROM event
  WHERE type = 'utterance' AND (behaviour IN ('profanity', 'insult', 'discrimination', 'sexual')
    OR (behaviour = 'rude' AND severity >= 2));
CREATE TEMP TABLE threat AS
  SELECT n, contact, severity, row_number() OVER (PARTITION BY contact ORDER BY n) AS position
  FROM event WHERE type = 'utterance' AND behaviour = 'threat';
-- The event at which it is first required to end a contact.
CREATE TEMP TABLE must_end AS
  SELECT contact, min(n) AS since
  FROM (SELECT contact, n FROM abuse WHERE score >= 3 UNION ALL SELECT contact, n FROM threat) GROUP BY contact;

CREATE TEMP TABLE fired AS
  SELECT a.n, CASE score WHEN 1 THEN 'R01' WHEN 2 THEN 'R02' ELSE 'R03' END AS rule
    FROM abuse a LEFT JOIN must_end USING (contact) WHERE since IS NULL OR a.n <= since
  UNION ALL SELECT n, 'R04' FROM threat WHERE position = 1
  UNION ALL SELECT threat.n, 'R05' FROM threat JOIN must_end USING (contact) WHERE threat.n <= since
  UNION ALL SELECT n, 'R06' FROM threat WHERE severity >= 3;

-- R07 looks back at its own last firing, from one to the next.
INSERT INTO fired
  WITH RECURSIVE request AS (SELECT n, contact, t FROM event WHERE type = 'supervisor.requested'),
  transfer AS (
    SELECT min(n) AS n, contact, arg_min(t, n) AS t FROM request GROUP BY contact
    UNION ALL
    SELECT min(q.n), q.contact, arg_min(q.t, q.n) FROM transfer x
      JOIN request q ON q.contact = x.contact AND q.n > x.n AND q.t - x.t >= 600 GROUP BY q.contact)
  SELECT n, 'R07' FROM transfer;

-- R08: of the events after a warning and before the next warning or answer, the first that comes later than 120 s.
INSERT INTO fired
  WITH mark AS (
    SELECT e.n, e.contact, e.t, w.n IS NOT NULL AS warns,
      e.type = 'action.completed' AND e.action IN ('warn', 'final_warning') AS answers
    FROM event e LEFT JOIN (SELECT n FROM fired WHERE rule IN ('R01', 'R02')) w USING (n)
    WHERE e.contact IN (SELECT contact FROM abuse)),
  following AS (
    SELECT *, max(CASE WHEN warns OR answers THEN n END)
      OVER (PARTITION BY contact ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS latest
    FROM mark),
  overdue AS (
    SELECT f.n, row_number() OVER (PARTITION BY f.latest ORDER BY f.n) AS position
    FROM following f JOIN mark w ON w.n = f.latest WHERE w.warns AND f.t - w.t > 120 AND NOT f.answers)
  SELECT n, 'R08' FROM overdue WHERE position = 1;

CREATE TEMP TABLE ending AS
  SELECT e.n, e.customer, e.t FROM event e JOIN must_end USING (contact) WHERE type = 'contact.ended' AND e.n > since;
INSERT INTO fired SELECT n, 'R09' FROM ending UNION ALL SELECT n, 'R10' FROM ending;

CREATE TEMP TABLE third AS
  SELECT a.n, a.customer, a.t FROM ending a
    JOIN ending b ON a.customer = b.customer AND b.n <= a.n AND b.t > a.t - 7776000
  GROUP BY ALL HAVING count(*) >= 3;
CREATE TEMP TABLE restriction AS
  WITH RECURSIVE r AS (
    SELECT min(n) AS n, customer, arg_min(t, n) AS t FROM third GROUP BY customer
    UNION ALL
    SELECT min(q.n), q.customer, arg_min(q.t, q.n) FROM r
      JOIN third q ON q.customer = r.customer AND q.n > r.n AND r.t + 7776000 <= q.t GROUP BY q.customer)
  SELECT * FROM r;
INSERT INTO fired SELECT n, 'R11' FROM restriction;
INSERT INTO fired
  SELECT DISTINCT e.n, 'R12' FROM event e
    JOIN restriction r ON e.customer = r.customer AND r.n < e.n AND r.t + 7776000 > e.t
  WHERE e.type = 'contact.started' AND e.channel = 'phone';

CREATE TEMP TABLE required AS SELECT * FROM (VALUES
  ('R01', 'warn', 120), ('R02', 'final_warning', 120), ('R03', 'end_contact', 300), ('R04', 'involve_supervisor', 0),
  ('R05', 'end_contact', 60), ('R06', 'report_security', 3600), ('R07', 'transfer_supervisor', 600),
  ('R08', 'remind', 60), ('R09', 'offer_break', 300), ('R10', 'document_incident', 86400),
  ('R11', 'restrict_customer', 7776000), ('R12', 'redirect_writing', 0)) AS v(rule, action, within);
COPY (
  SELECT e.id AS event, e.time, e.contact, e.customer, e.agent, required.action, rule,
    strftime(make_timestamp((e.t + within) * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS due
  FROM fired JOIN event e USING (n) JOIN required USING (rule) ORDER BY e.n, rule
) TO '{actions}' (FORMAT json);
