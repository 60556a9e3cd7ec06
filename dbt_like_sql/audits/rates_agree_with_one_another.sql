-- The two rates are one number over two bases: the rate of the period is the annual rate times 12 over months,
-- as far as four decimals tell.
SELECT observation_id, months, rate_of_annual_turnover_pct, rate_of_period_turnover_pct
FROM marts.redundancy_rate
WHERE abs(rate_of_period_turnover_pct - rate_of_annual_turnover_pct * 12 / months) > 0.0001 * (1 + 12 / months);
