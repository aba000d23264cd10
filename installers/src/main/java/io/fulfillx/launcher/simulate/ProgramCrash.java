package io.fulfillx.launcher.simulate;

/** A program ended between two of its instructions. No code of the product survives it. */
final class ProgramCrash extends Error {
    private static final long serialVersionUID = 1L;

    ProgramCrash(String where) {
        super(where);
    }
}
