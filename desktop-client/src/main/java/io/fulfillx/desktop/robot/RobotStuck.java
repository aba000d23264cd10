package io.fulfillx.desktop.robot;

/** Something happened that a packer would call somebody for. */
public final class RobotStuck extends RuntimeException {
    private static final long serialVersionUID = 1;

    RobotStuck(String message) {
        super(message);
    }
}
