package io.fulfillx.scanner.serial;

import io.fulfillx.device.transport.AddressText;

import org.jspecify.annotations.Nullable;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;

/**
 * Where a scan ends and how its bytes are read.
 *
 * @param prefix bytes that begin a scan and do not belong to it; empty for none
 * @param suffix bytes that end a scan; meaningful for PREFIX only, empty when the next prefix ends
 * @param length of a scan in bytes; meaningful for LENGTH only
 * @param idle a pause that ends a scan; zero when a pause means nothing
 * @param charset null to read UTF-8 and, what is not UTF-8, Latin-1
 */
public record FramingSettings(
        Ending ending,
        String prefix,
        String suffix,
        int length,
        Duration idle,
        @Nullable Charset charset) {
    private static final int USUAL_IDLE_MILLIS = 100;
    private static final int MOST = 4096;

    /** What ends a scan. */
    public enum Ending {
        /** CR, LF or CRLF, whichever comes. */
        LINE,
        CR,
        LF,
        CRLF,
        PREFIX,
        LENGTH,
        /** A pause alone. */
        IDLE
    }

    /** Lines of any kind, and a pause for scanners that send no suffix. */
    public static FramingSettings usual() {
        return new FramingSettings(
                Ending.LINE, "", "", 0, Duration.ofMillis(USUAL_IDLE_MILLIS), null);
    }

    /** Takes its settings from an address. */
    static FramingSettings of(AddressText text) {
        Ending ending = text.choice("framing", Ending.class, Ending.LINE);
        String prefix = text.text("prefix").orElse("");
        String suffix = text.text("suffix").orElse("");
        int length = text.number("length", 0, 1, MOST);
        if (ending == Ending.PREFIX && prefix.isEmpty()) {
            throw text.wrong("framing=prefix needs the prefix, such as prefix=%02");
        }
        if (ending == Ending.LENGTH && length == 0) {
            throw text.wrong("framing=length needs the length, such as length=13");
        }
        boolean closed =
                ending == Ending.CR
                        || ending == Ending.LF
                        || ending == Ending.CRLF
                        || ending == Ending.PREFIX && !suffix.isEmpty();
        int idle = closed ? 0 : USUAL_IDLE_MILLIS;
        return new FramingSettings(
                ending,
                prefix,
                suffix,
                length,
                Duration.ofMillis(millis(text, idle)),
                charset(text));
    }

    private static int millis(AddressText text, int usual) {
        String written = text.text("idle").orElse("");
        String digits =
                written.endsWith("ms") ? written.substring(0, written.length() - 2) : written;
        if (written.isEmpty()) {
            return usual;
        }
        if (!digits.matches("[1-9][0-9]{0,3}")) {
            throw text.wrong("idle is a pause such as idle=50ms");
        }
        return Integer.parseInt(digits);
    }

    private static @Nullable Charset charset(AddressText text) {
        String written = text.text("charset").orElse("auto");
        if (written.equals("auto")) {
            return null;
        }
        try {
            return Charset.forName(written);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw text.wrong("there is no charset '" + written + "', but utf-8 or windows-1252");
        }
    }
}
