package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.crypto.Passwords;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.UserId;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes organisations and their first users. Repeating it changes nothing. */
final class FoundOrganization {
    private final Transactions transactions;
    private final OrganizationStore organizations;
    private final UserStore users;
    private final Supplier<UUID> ids;

    FoundOrganization(
            Transactions transactions,
            OrganizationStore organizations,
            UserStore users,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.organizations = organizations;
        this.users = users;
        this.ids = ids;
    }

    OrgId ensure(String slug, String name) {
        return transactions.findOrg(slug).orElseGet(() -> found(slug, name));
    }

    private OrgId found(String slug, String name) {
        OrgId org = new OrgId(ids.get());
        boolean made = transactions.inOrg(org, tx -> organizations.insert(tx, slug, name));
        // Another process may have been faster with the same short name.
        return made ? org : transactions.findOrg(slug).orElseThrow();
    }

    void ensureUser(OrgId org, String email, String name, String password, String role) {
        String address = email.toLowerCase(Locale.ROOT);
        boolean missing = transactions.inOrg(org, tx -> users.findByEmail(tx, address).isEmpty());
        if (missing) {
            User user =
                    new User(
                            new UserId(ids.get()),
                            address,
                            name,
                            Passwords.hash(password),
                            role,
                            true);
            transactions.inOrg(org, tx -> users.insert(tx, user));
        }
    }
}
