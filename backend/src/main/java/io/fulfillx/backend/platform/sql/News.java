package io.fulfillx.backend.platform.sql;

import io.fulfillx.model.id.OrgId;

import java.util.Set;

/**
 * What a commit brought, for those who wait for it. It carries no data and may get lost: whoever
 * hears of it looks for itself.
 *
 * @param topics short names without blanks; those who wait for none of them sleep on
 */
public record News(OrgId org, Set<String> topics) {
    public News {
        topics = Set.copyOf(topics);
    }
}
