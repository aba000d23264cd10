package io.fulfillx.device.posix;

/**
 * How the two ends of a serial line talk.
 *
 * @param baud bits a second
 * @param bits in a character: 7 or 8
 * @param stopBits 1 or 2
 */
public record LineSettings(int baud, int bits, Parity parity, int stopBits, Flow flow) {
    private static final int DEFAULT_BAUD = 9600;

    public LineSettings {
        if (bits != 7 && bits != 8 || stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("7 or 8 bits, 1 or 2 stop bits");
        }
    }

    /** The bit that lets a flipped bit be noticed. */
    public enum Parity {
        NONE,
        ODD,
        EVEN
    }

    /** How the printer makes us wait. */
    public enum Flow {
        NONE,
        /** By XOFF and XON, which we obey and never send: they would end up inside a picture. */
        XONXOFF,
        /** By its DTR line, wired to our CTS. */
        RTSCTS
    }

    /** 9600 8N1 with XON/XOFF, as most printers leave the works. */
    public static LineSettings usual() {
        return at(DEFAULT_BAUD);
    }

    /** 9600 8N1, where every byte is data. */
    public static LineSettings plain() {
        return new LineSettings(DEFAULT_BAUD, 8, Parity.NONE, 1, Flow.NONE);
    }

    /** 8N1 with XON/XOFF. */
    public static LineSettings at(int baud) {
        return new LineSettings(baud, 8, Parity.NONE, 1, Flow.XONXOFF);
    }
}
