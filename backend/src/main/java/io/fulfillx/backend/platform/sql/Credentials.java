package io.fulfillx.backend.platform.sql;

/** How to reach the database in each of the three roles. */
public record Credentials(String url, Login owner, Login app, Login directory) {
    /** A role and its password. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + ", password hidden]";
        }
    }
}
