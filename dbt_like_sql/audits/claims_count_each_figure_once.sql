-- Every figure of a current document is in exactly one claim, and no figure of a superseded document is in any:
-- a text and its digest must not both count.
SELECT figure.figure_id, figure.document_id, document.superseded_by, count(claim.claim_id) AS claims
FROM core.figures AS figure
INNER JOIN core.documents AS document ON document.document_id = figure.document_id
LEFT JOIN (
    SELECT claim_id, unnest(figure_ids) AS figure_id FROM core.claims
) AS claim ON claim.figure_id = figure.figure_id
GROUP BY figure.figure_id, figure.document_id, document.superseded_by
HAVING count(claim.claim_id) <> CASE WHEN document.superseded_by IS NULL THEN 1 ELSE 0 END;
