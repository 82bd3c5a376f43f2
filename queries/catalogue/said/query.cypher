// Who said what about X?
MATCH (x)-[:SAID]->(s:Statement&Ravabet)-[:REPORTED_IN]->(a:Article)
WHERE ($speaker IS NULL OR x.id IN $speaker OR s.country IN $speaker)
  AND ($country IS NULL OR s.country = $country)
  AND ($about IS NULL OR $about IN s.about)
  AND ($quote_type IS NULL OR s.quote_type = $quote_type)
  AND ($since IS NULL OR s.date >= $since)
  AND ($until IS NULL OR s.date <= $until)
  AND ($outlet IS NULL OR a.outlet = $outlet)
  AND ($text IS NULL OR s.skeleton CONTAINS $text)
RETURN
  s.date AS date,
  s.speaker AS speaker,
  s.role AS office,
  s.country AS country,
  s.cue AS cue,
  s.quote_type AS quote_type,
  s.text AS statement,
  s.about AS about,
  a.outlet AS outlet,
  a.url AS url,
  s.evidence_start AS start,
  s.evidence_end AS end
ORDER BY coalesce(s.date, '') DESC, s.article, s.evidence_start, s.evidence_end, s.id
LIMIT coalesce($limit, 9223372036854775807)
