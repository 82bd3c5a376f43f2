// What keeps every node there once, and what finds it? One command a paragraph.
CREATE CONSTRAINT ravabet_actor IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ravabet_article IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ravabet_office IF NOT EXISTS FOR (n:Office) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ravabet_outlet IF NOT EXISTS FOR (n:Outlet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ravabet_relation IF NOT EXISTS FOR (n:Relation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ravabet_statement IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE INDEX ravabet_statement_date IF NOT EXISTS FOR (n:Statement) ON (n.date);
CREATE INDEX ravabet_statement_country IF NOT EXISTS FOR (n:Statement) ON (n.country);
CREATE INDEX ravabet_relation_date IF NOT EXISTS FOR (n:Relation) ON (n.date);
CREATE FULLTEXT INDEX ravabet_statements IF NOT EXISTS FOR (n:Statement) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'persian'}};
CREATE FULLTEXT INDEX ravabet_articles IF NOT EXISTS FOR (n:Article) ON EACH [n.headline, n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'persian'}};
CREATE FULLTEXT INDEX ravabet_names IF NOT EXISTS FOR (n:Actor|Office) ON EACH [n.name, n.name_en]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'persian'}};
