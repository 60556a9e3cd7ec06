-- A figure can be trusted because it can be found: its characters stand at its span, its quote in the text.
SELECT figure.figure_id, figure.span_text, figure.quote
FROM core.figures AS figure
INNER JOIN core.documents AS document ON document.document_id = figure.document_id
WHERE
    substring(document.text, figure.span_start + 1, figure.span_end - figure.span_start) <> figure.span_text
    OR NOT contains(document.text, figure.quote);
