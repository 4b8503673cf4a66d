; The twelve rules with all their state in working memory.

(deftemplate event
  (slot type) (slot contact) (slot customer) (slot channel) (slot behaviour) (slot severity) (slot action) (slot now))
(deftemplate contact
  (slot id) (slot count (default 0)) (slot must-end (default no)) (slot supervisor (default no))
  (slot transferred (default -1000000000)) (slot warned (default -1)))
(deftemplate customer (slot id) (slot restricted-until (default 0)) (multislot endings))
(deftemplate abuse (slot count))    ; this event is abuse, and the count after it
(deftemplate fired (slot rule))

; Before the rules: who is new begins, old endings go, abuse is told from the rest.
(defrule begin-contact (declare (salience 100))
  (event (contact ?c)) (not (contact (id ?c)))
  => (assert (contact (id ?c))))
(defrule begin-customer (declare (salience 100))
  (event (customer ?k)) (not (customer (id ?k)))
  => (assert (customer (id ?k))))
(defrule forget-ending (declare (salience 90))
  (event (customer ?k) (now ?t))
  ?customer <- (customer (id ?k) (endings ?oldest&:(<= ?oldest (- ?t 7776000)) $?rest))
  => (modify ?customer (endings ?rest)))
(defrule tell-abuse (declare (salience 80))
  (event (type utterance) (contact ?c) (severity ?s)
         (behaviour ?b&profanity|insult|discrimination|sexual|rude&:(or (neq ?b rude) (>= ?s 2))))
  (contact (id ?c) (must-end no) (count ?n))
  (not (abuse))
  => (assert (abuse (count (+ ?n (if (and (or (eq ?b discrimination) (eq ?b sexual)) (>= ?s 3)) then 2 else 1))))))

(defrule R01 (event) (abuse (count 1)) => (assert (fired (rule R01))))
(defrule R02 (event) (abuse (count 2)) => (assert (fired (rule R02))))
(defrule R03 (event) (abuse (count ?n&:(>= ?n 3))) => (assert (fired (rule R03))))
(defrule R04
  (event (type utterance) (behaviour threat) (contact ?c)) (contact (id ?c) (supervisor no))
  => (assert (fired (rule R04))))
(defrule R05
  (event (type utterance) (behaviour threat) (contact ?c)) (contact (id ?c) (must-end no))
  => (assert (fired (rule R05))))
(defrule R06
  (event (type utterance) (behaviour threat) (severity ?s&:(>= ?s 3)))
  => (assert (fired (rule R06))))
(defrule R07
  (event (type supervisor.requested) (contact ?c) (now ?t)) (contact (id ?c) (transferred ?x&:(>= (- ?t ?x) 600)))
  => (assert (fired (rule R07))))
(defrule R08
  (event (contact ?c) (now ?t) (action ~warn&~final_warning))
  (contact (id ?c) (warned ?w&:(and (>= ?w 0) (> (- ?t ?w) 120))))
  => (assert (fired (rule R08))))
(defrule R09
  (event (type contact.ended) (contact ?c)) (contact (id ?c) (must-end yes))
  => (assert (fired (rule R09))))
(defrule R10
  (event (type contact.ended) (contact ?c)) (contact (id ?c) (must-end yes))
  => (assert (fired (rule R10))))
(defrule R11
  (event (type contact.ended) (contact ?c) (customer ?k) (now ?t)) (contact (id ?c) (must-end yes))
  (customer (id ?k) (restricted-until ?u&:(<= ?u ?t)) (endings ? ? $?))
  => (assert (fired (rule R11))))
(defrule R12
  (event (type contact.started) (channel phone) (customer ?k) (now ?t))
  (customer (id ?k) (restricted-until ?u&:(> ?u ?t)))
  => (assert (fired (rule R12))))

; After them: what they change, and the event goes.
(defrule change-state (declare (salience -10))
  ?event <- (event (type ?type) (contact ?c) (customer ?k) (action ?action) (now ?t))
  ?contact <- (contact (id ?c) (count ?n) (must-end ?end) (supervisor ?sup) (transferred ?x) (warned ?w))
  ?customer <- (customer (id ?k) (restricted-until ?until) (endings $?endings))
  =>
  (bind ?moved FALSE) (bind ?customer-moved FALSE)
  (if (or (eq ?action warn) (eq ?action final_warning)) then (bind ?w -1) (bind ?moved TRUE))
  (do-for-all-facts ((?f fired)) TRUE
    (bind ?moved TRUE)
    (switch ?f:rule
      (case R08 then (if (neq ?w ?t) then (bind ?w -1)))
      (case R01 then (bind ?n 1) (bind ?w ?t))
      (case R02 then (bind ?n 2) (bind ?w ?t))
      (case R03 then (bind ?end yes))
      (case R04 then (bind ?sup yes))
      (case R05 then (bind ?end yes))
      (case R07 then (bind ?x ?t))
      (case R09 then (bind ?endings (create$ ?endings ?t)) (bind ?customer-moved TRUE))
      (case R11 then (bind ?until (+ ?t 7776000)) (bind ?customer-moved TRUE)))
    (emit ?f:rule))
  (do-for-all-facts ((?f fired)) TRUE (retract ?f))
  (do-for-all-facts ((?f abuse)) TRUE (retract ?f))
  (retract ?event)
  (if ?customer-moved then (modify ?customer (restricted-until ?until) (endings ?endings)))
  (if (eq ?type contact.ended) then (retract ?contact)
   else (if ?moved then
     (modify ?contact (count ?n) (must-end ?end) (supervisor ?sup) (transferred ?x) (warned ?w)))))
