package dev.tradewind.alerts.rule;

import java.math.BigDecimal;

/**
 * What keeps a rule from judging, or from alerting about, what does not matter.
 *
 * @param minBase a base below this many units of the currency is not judged; 0 for any
 * @param minChange a change of fewer units of the currency, up or down, deserves no alert
 * @param minContribution a contribution to national growth that is smaller, up or down, deserves no
 *     alert
 * @param newYear whether January, and February by itself, are never judged: the New Year moves
 *     between them
 */
public record Guards(
    BigDecimal minBase, BigDecimal minChange, BigDecimal minContribution, boolean newYear) {}
