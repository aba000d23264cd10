package io.fulfillx.scanner.scale.protocol;

import java.util.List;

/**
 * One conversation with a scale. It keeps the half of a message until the rest is here, whatever
 * pieces the wire delivers, and skips what is no message. Not for several threads.
 */
public interface ScaleProtocol {
    /** No bytes: there is no such command, or no need to ask. */
    byte[] NOTHING = {};

    /** What asks for the weight; none when the scale speaks by itself. */
    byte[] question();

    /** What these bytes complete, in order. Never throws, whatever they are. */
    List<Heard> hear(byte[] bytes);

    /** Sets it to zero; none when it has no such command. */
    byte[] zero();

    /** Takes the load as zero; none when it has no such command. */
    byte[] tare();

    /** Drops the half of a message. */
    void forget();
}
