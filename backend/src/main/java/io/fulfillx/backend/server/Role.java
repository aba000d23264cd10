package io.fulfillx.backend.server;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of the server that can run as a process of its own. */
public enum Role {
    GATEWAY,
    ORDERS,
    SHIPPING,
    INVENTORY,
    RULES,
    /** Reading orders and stock, and reports; it may run beside a replica of the database. */
    INSIGHT;

    /**
     * Reads a comma-separated list such as {@code gateway,orders}.
     *
     * @throws IllegalArgumentException naming the word that is no role
     */
    public static Set<Role> parse(String text) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : text.split(",")) {
            roles.add(one(word.strip()));
        }
        return roles;
    }

    private static Role one(String word) {
        for (Role role : values()) {
            if (role.name().equals(word.toUpperCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException(
                "\""
                        + word
                        + "\" is no role; the roles are gateway, orders, shipping, inventory,"
                        + " rules and insight");
    }
}
