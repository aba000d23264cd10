package io.fulfillx.printing.language;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Pictures as PCX files of one bit a dot, run-length coded, which EPL2 and TSPL printers store. */
final class Pcx {
    private static final int HEADER = 128;
    private static final int LONGEST_RUN = 63;
    private static final int RUN = 0xC0;

    private Pcx() {}

    /**
     * @param rows as they stand in the file: 0 is black
     * @param octets bytes a row
     */
    static byte[] file(byte[] rows, int octets, int dpi) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        int even = octets + octets % 2;
        file.writeBytes(header(octets * 8, rows.length / octets, even, dpi));
        byte[] line = new byte[even];
        for (int row = 0; row < rows.length; row += octets) {
            Arrays.fill(line, (byte) 0xff);
            System.arraycopy(rows, row, line, 0, octets);
            line(file, line);
        }
        return file.toByteArray();
    }

    private static byte[] header(int width, int height, int lineOctets, int dpi) {
        byte[] header = new byte[HEADER];
        header[0] = 0x0A;
        header[1] = 5;
        header[2] = 1;
        header[3] = 1;
        put(header, 8, width - 1);
        put(header, 10, height - 1);
        put(header, 12, dpi);
        put(header, 14, dpi);
        // The palette: 0 is black, 1 is white.
        Arrays.fill(header, 19, 22, (byte) 0xff);
        header[65] = 1;
        put(header, 66, lineOctets);
        header[68] = 1;
        return header;
    }

    private static void put(byte[] header, int at, int number) {
        header[at] = (byte) number;
        header[at + 1] = (byte) (number >> 8);
    }

    private static void line(ByteArrayOutputStream file, byte[] line) {
        int at = 0;
        while (at < line.length) {
            int run = 1;
            while (run < LONGEST_RUN && at + run < line.length && line[at + run] == line[at]) {
                run++;
            }
            if (run > 1 || (line[at] & RUN) == RUN) {
                file.write(RUN | run);
            }
            file.write(line[at]);
            at += run;
        }
    }
}
