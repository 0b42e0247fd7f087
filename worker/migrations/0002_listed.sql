-- The order in which deliveries came into the index, 1 for the first. Messages overtake each other, and some come late:
-- in the order of receipt, a delivery could come into the list behind what somebody who follows it has read.
ALTER TABLE deliveries ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;

UPDATE deliveries SET listed = ranked.place
FROM (SELECT rowid AS id, row_number() OVER (ORDER BY received_at, shard, sequence) AS place FROM deliveries) AS ranked
WHERE deliveries.rowid = ranked.id;

CREATE UNIQUE INDEX deliveries_listed ON deliveries (listed);

DROP INDEX deliveries_newest;
