// Which articles are here, and in which state?
MATCH (article:Article:Ravabet)
RETURN article.id AS id, article.mark AS mark
