package io.fulfillx.model.station;

import io.fulfillx.model.id.OperatorId;

/**
 * What a station needs to let an operator in without the network.
 *
 * @param badgeSha256 lower-case hex of the SHA-256 of the badge's secret
 * @param pinHash Argon2id in PHC string format
 * @param role picker, packer, lead, manager or admin
 */
public record OperatorCard(
        OperatorId operatorId,
        String name,
        String badgeSha256,
        String pinHash,
        String role,
        boolean active) {}
