package io.fulfillx.launcher.scanning;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Lines of a stream, however long or strange. */
final class LineInput {
    /** Longer lines are cut there: no bar code holds as much. */
    static final int LONGEST = 64 << 10;

    private final InputStream in;

    LineInput(InputStream in) {
        this.in = new BufferedInputStream(in, LONGEST);
    }

    /** The next line without its end; bytes that are no UTF-8 become U+FFFD. Null at the end. */
    @Nullable String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            if (line.size() < LONGEST) {
                line.write(read);
            }
            read = in.read();
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Whether the next line would have to be waited for, so that answers should go out now. */
    boolean waits() throws IOException {
        return in.available() == 0;
    }
}
