-- How do A and B stand with each other?
WITH told AS (
    SELECT
        r.id, r.type, r.quad, r.score, r.date, a.outlet,
        coalesce(substr(r.date, 1, :bucket), '') AS bucket,
        r.source = :a OR r.type IN ('AGREE', 'CONSULT', 'COOPERATE') AS by_a,
        r.source = :b OR r.type IN ('AGREE', 'CONSULT', 'COOPERATE') AS by_b
    FROM relations AS r
    JOIN articles AS a ON a.id = r.article
    WHERE ((r.source = :a AND r.target = :b) OR (r.source = :b AND r.target = :a))
      AND r.status IN ('actual', 'planned')
      AND (:since IS NULL OR r.date >= :since)
      AND (:until IS NULL OR r.date <= :until)
      AND (:outlet IS NULL OR a.outlet = :outlet)
)
SELECT
    bucket,
    sum(by_a AND quad <= 2) AS a_to_b_coop,
    sum(by_a AND quad >= 3) AS a_to_b_conf,
    sum(by_b AND quad <= 2) AS b_to_a_coop,
    sum(by_b AND quad >= 3) AS b_to_a_conf,
    sum(score) AS net,
    group_concat(type, ' ') AS top_event,
    count(*) AS n,
    count(DISTINCT outlet) AS n_outlets,
    min(date) AS first,
    max(date) AS last,
    group_concat(id, ' ') AS evidence
FROM told
GROUP BY bucket
ORDER BY bucket DESC
LIMIT coalesce(:limit, -1)
