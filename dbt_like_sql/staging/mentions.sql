-- Grain: one row a mention of a claim. Why: a whole and its parts are told close to one another, so that marts have to
-- know in which sentence and paragraph a claim stands, and what follows its number ("540 of them").
SELECT
    claim.claim_id AS observation_id,
    figure.figure_id,
    figure.document_id,
    figure.span_start,
    figure.quote,
    len(string_split(substring(document.text, 1, figure.span_start), chr(10) || chr(10))) AS paragraph,
    ltrim(substring(document.text, figure.span_end + 1, 40)) AS following
FROM (SELECT claim_id, unnest(figure_ids) AS figure_id FROM core.claims) AS claim
INNER JOIN core.figures AS figure ON figure.figure_id = claim.figure_id
INNER JOIN core.documents AS document ON document.document_id = figure.document_id;
