-- Which names does the graph know?
SELECT
    n.actor AS actor,
    x.kind AS kind,
    x.name AS name,
    x.country AS country,
    n.name AS form
FROM actor_names AS n
JOIN actors AS x ON x.id = n.actor
WHERE :text IS NULL OR instr(n.skeleton, :text) > 0
ORDER BY x.name, n.actor, n.name
LIMIT coalesce(:limit, -1)
