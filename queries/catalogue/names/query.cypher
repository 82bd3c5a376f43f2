// Which names does the graph know?
MATCH (x:(Person|Organization|Unnamed)&Ravabet)
UNWIND range(0, size(x.names) - 1) AS place
WITH x, x.names[place] AS form, x.skeletons[place] AS skeleton
WHERE $text IS NULL OR skeleton CONTAINS $text
RETURN
  x.id AS actor,
  x.kind AS kind,
  x.name AS name,
  x.country AS country,
  form
ORDER BY x.name, x.id, form
LIMIT coalesce($limit, 9223372036854775807)
