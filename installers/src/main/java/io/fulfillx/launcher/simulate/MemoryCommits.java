package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/**
 * Transactions over the books in memory. The server may crash at any of them: before its commit,
 * and then nothing of it is kept, or right behind it, and then nobody hears of it.
 */
final class MemoryCommits implements Commits {
    private final Books books;
    private final MemoryFeed feed;
    private @Nullable Tx open;
    private int crashIn;
    private boolean kept;

    MemoryCommits(Books books, MemoryFeed feed) {
        this.books = books;
        this.feed = feed;
    }

    /**
     * The server crashes at a commit that is still to come.
     *
     * @param commits 1 is the next one
     * @param afterIt whether that commit is kept
     */
    void crashIn(int commits, boolean afterIt) {
        crashIn = commits;
        kept = afterIt;
    }

    /** The server runs again. */
    void recover() {
        crashIn = 0;
        kept = false;
    }

    @Override
    public <T> T inOrg(OrgId org, Function<Tx, T> work) {
        Tx current = open;
        if (current != null) {
            return work.apply(current);
        }
        Tx tx = Tx.withoutDatabase(org);
        open = tx;
        boolean done = false;
        try {
            T result = work.apply(tx);
            crashBefore();
            books.keep();
            done = true;
            crashBehind();
            return result;
        } finally {
            open = null;
            feed.ended();
            if (!done) {
                books.rollBack();
            }
        }
    }

    /** What is committed here is kept at once. */
    @Override
    public void flush() {}

    private void crashBefore() {
        if (crashIn > 0 && --crashIn == 0 && !kept) {
            throw new ProgramCrash("before a commit");
        }
    }

    private void crashBehind() {
        if (crashIn == 0 && kept) {
            kept = false;
            throw new ProgramCrash("behind a commit");
        }
    }
}
