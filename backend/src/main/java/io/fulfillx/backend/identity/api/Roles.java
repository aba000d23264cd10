package io.fulfillx.backend.identity.api;

import io.fulfillx.backend.platform.http.Access;

/** The roles, and the usual sets of them that a route allows. A lead also packs; an admin rules. */
public final class Roles {
    public static final String PICKER = "picker";
    public static final String PACKER = "packer";
    public static final String LEAD = "lead";
    public static final String MANAGER = "manager";
    public static final String ADMIN = "admin";

    /** A packing station, which signs in with its own secret. */
    public static final String STATION = "station";

    /** A lead at a station, who proved it there: may look after stations, and nothing else. */
    public static final String FLOOR_LEAD = "floor-lead";

    /** A manager at a station, likewise. */
    public static final String FLOOR_MANAGER = "floor-manager";

    public static final Access FLEET_LEADS =
            Access.of(LEAD, MANAGER, ADMIN, FLOOR_LEAD, FLOOR_MANAGER);
    public static final Access FLEET_MANAGERS = Access.of(MANAGER, ADMIN, FLOOR_MANAGER);
    public static final Access FLOOR = Access.of(PICKER, PACKER, LEAD, MANAGER, ADMIN);
    public static final Access LEADS = Access.of(LEAD, MANAGER, ADMIN);
    public static final Access MANAGERS = Access.of(MANAGER, ADMIN);
    public static final Access ADMINS = Access.of(ADMIN);
    public static final Access STATIONS = Access.of(STATION);
    public static final Access LEADS_AND_STATIONS = Access.of(LEAD, MANAGER, ADMIN, STATION);

    private Roles() {}

    /** Whether people (users, operators) can have this role. */
    public static boolean isPersonal(String role) {
        return FLOOR.roles().contains(role);
    }
}
