package io.fulfillx.launcher.simulate;

/** A promise that did not hold. No code of the product catches it. */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
        super(what);
    }

    static void unless(boolean held, String what) {
        if (!held) {
            throw new Violation(what);
        }
    }
}
