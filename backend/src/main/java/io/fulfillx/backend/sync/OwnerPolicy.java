package io.fulfillx.backend.sync;

import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.model.sync.OpenJournal;

import java.util.Optional;

/** Tells a store that goes on from an older copy of it. */
final class OwnerPolicy {
    private OwnerPolicy() {}

    /**
     * Why this journal must not go on; empty when it may. An epoch that the server never heard of
     * may always begin: nobody else can have written in it.
     */
    static Optional<String> burned(OpenJournal asked, Owner owner, Optional<Journal> known) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Journal journal = known.get();
        if (journal.burned() != null) {
            return Optional.of(journal.burned());
        } else if (asked.generation() < owner.generation() && !again(asked, owner)) {
            return Optional.of("older-generation");
        } else if (!journal.machine().isEmpty() && !journal.machine().equals(asked.machine())) {
            return Optional.of("other-machine");
        } else if (journal.lastN() > asked.lastN()) {
            return Optional.of("numbers-behind");
        } else if (journal.lastN() == asked.lastN()
                && !journal.head().isEmpty()
                && !journal.head().equals(asked.headHash())) {
            return Optional.of("other-rows");
        }
        return Optional.empty();
    }

    /** The answer to this very request was lost on its way. */
    static boolean again(OpenJournal asked, Owner owner) {
        return asked.opening().equals(owner.opening())
                && asked.epoch().equals(owner.epoch())
                && asked.generation() == owner.generation() - 1;
    }
}
