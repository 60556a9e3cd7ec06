-- Grain: one row a source: a current document, an official series, or a page that facts about boards were read from.
-- Why: an answer is as good as what was read for it. This says what each source gives and leaves unsaid (whose, who
-- says so, when), how much of it is a bound or waits for a person, and in which marts it takes part. A document in
-- which no figure was found is here too, with noughts.
WITH used AS (
    SELECT unnest(observation_ids) AS source_row, 'claim_to_outcome' AS mart FROM marts.claim_to_outcome
    UNION ALL
    SELECT observation_id, 'claimant_scorecard' FROM marts.claimant_scorecard
    UNION ALL
    SELECT larger_id, 'contested_figures' FROM marts.contested_figures
    UNION ALL
    SELECT smaller_id, 'contested_figures' FROM marts.contested_figures
    UNION ALL
    SELECT unnest(source_ids), 'cuts_by_region' FROM marts.cuts_by_region
    UNION ALL
    SELECT unnest(combined_rows), 'icb_clusters_and_mergers' FROM marts.icb_clusters_and_mergers
    UNION ALL
    SELECT baseline_source, 'icb_running_cost_reductions' FROM marts.icb_running_cost_reductions
    UNION ALL
    SELECT reduction_source, 'icb_running_cost_reductions' FROM marts.icb_running_cost_reductions
    UNION ALL
    SELECT unnest(source_rows), 'posts_cut_by_organisation' FROM marts.posts_cut_by_organisation
    UNION ALL
    SELECT total_id, 'reconciliation' FROM marts.reconciliation
    UNION ALL
    SELECT unnest(part_ids), 'reconciliation' FROM marts.reconciliation
    UNION ALL
    SELECT observation_id, 'redundancy_rate' FROM marts.redundancy_rate
    UNION ALL
    SELECT money_id, 'savings_per_post' FROM marts.savings_per_post
    UNION ALL
    SELECT number_id, 'savings_per_post' FROM marts.savings_per_post
),

-- Some marts name the table before the key, to tell two tables apart.
uses AS (
    SELECT regexp_extract(source_row, '[^/]+$') AS row_id, list(DISTINCT mart) AS marts
    FROM used
    WHERE source_row IS NOT NULL
    GROUP BY row_id
),

stated AS (
    SELECT
        statement.document_id,
        statement.series_id,
        count(*) AS statements,
        count(DISTINCT statement.subject_key) AS subjects,
        count(*) FILTER (WHERE statement.scope <> 'unresolved') AS with_known_subject,
        count(*) FILTER (WHERE statement.claimant_key IS NOT NULL) AS with_claimant,
        count(*) FILTER (WHERE statement.period_start IS NOT NULL AND statement.period_end IS NOT NULL) AS with_period,
        count(*) FILTER (WHERE statement.qualifier <> 'exact') AS not_exact,
        count(*) FILTER (WHERE starts_with(statement.note, 'To be reviewed')) AS to_review,
        count(uses.marts) AS in_marts,
        string_agg(DISTINCT statement.measure, ', ' ORDER BY statement.measure) AS measures,
        list_sort(list_distinct(flatten(list(uses.marts) FILTER (WHERE uses.marts IS NOT NULL)))) AS marts,
        min(statement.time_from) AS covers_from,
        max(statement.time_to) AS covers_to
    FROM staging.statements AS statement
    LEFT JOIN uses ON uses.row_id = statement.observation_id
    GROUP BY statement.document_id, statement.series_id
),

documents AS (
    SELECT
        'document' AS source_kind,
        document.document_id AS source_id,
        document.title,
        document.publisher,
        document.published_from,
        document.url,
        stated.statements,
        stated.subjects,
        stated.with_known_subject,
        stated.with_claimant,
        stated.with_period,
        stated.not_exact,
        stated.to_review,
        stated.in_marts,
        stated.measures,
        stated.marts,
        stated.covers_from,
        stated.covers_to
    FROM core.documents AS document
    LEFT JOIN stated ON stated.document_id = document.document_id
    WHERE document.superseded_by IS NULL
),

series AS (
    SELECT
        'official series' AS source_kind,
        about.series_id AS source_id,
        about.series_id AS title,
        about.publisher,
        about.url,
        stated.statements,
        stated.subjects,
        stated.with_known_subject,
        stated.with_claimant,
        stated.with_period,
        stated.not_exact,
        stated.to_review,
        stated.in_marts,
        stated.measures,
        stated.marts,
        stated.covers_from,
        stated.covers_to
    FROM (
        SELECT
            series_id,
            string_agg(DISTINCT publisher, '; ' ORDER BY publisher) AS publisher,
            string_agg(DISTINCT source_url, ' ' ORDER BY source_url) AS url
        FROM reference.official_series
        GROUP BY series_id
    ) AS about
    INNER JOIN stated ON stated.series_id = about.series_id
),

pages AS (
    SELECT
        'page on boards' AS source_kind,
        fact.source_url AS source_id,
        regexp_extract(fact.source_url, '//([^/]+)', 1) AS title,
        regexp_extract(fact.source_url, '//([^/]+)', 1) AS publisher,
        fact.source_url AS url,
        count(*) AS statements,
        count(DISTINCT fact.subject_key) AS subjects,
        count(*) AS with_known_subject,
        count(fact.period) AS with_period,
        count(*) FILTER (WHERE fact.qualifier <> 'exact') AS not_exact,
        count(uses.marts) AS in_marts,
        string_agg(DISTINCT fact.fact, ', ' ORDER BY fact.fact) AS measures,
        list_sort(list_distinct(flatten(list(uses.marts) FILTER (WHERE uses.marts IS NOT NULL)))) AS marts,
        min(fact.said_from) AS covers_from,
        max(fact.said_to) AS covers_to
    FROM staging.icb_facts AS fact
    LEFT JOIN uses ON uses.row_id = fact.fact_id
    GROUP BY fact.source_url
),

sources AS (
    SELECT * FROM documents
    UNION ALL BY NAME
    SELECT * FROM series
    UNION ALL BY NAME
    SELECT * FROM pages
)

SELECT
    source_kind,
    source_id,
    title,
    publisher,
    url,
    published_from,
    covers_from,
    covers_to,
    coalesce(statements, 0) AS statements,
    coalesce(subjects, 0) AS subjects,
    coalesce(with_known_subject, 0) AS with_known_subject,
    coalesce(with_claimant, 0) AS with_claimant,
    coalesce(with_period, 0) AS with_period,
    coalesce(not_exact, 0) AS not_exact,
    coalesce(to_review, 0) AS to_review,
    coalesce(in_marts, 0) AS in_marts,
    measures,
    coalesce(marts, []::VARCHAR[]) AS marts
FROM sources
ORDER BY source_kind, source_id;
