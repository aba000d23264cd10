package io.fulfillx.printing.preview;

import java.util.Optional;

/** PCX files of one plane and one bit a dot, as printers store them: 0 is black. */
final class PcxPicture {
    private static final int HEADER_BYTES = 128;
    private static final int MAGIC = 0x0A;
    private static final int RUN = 0xC0;
    private static final int LARGEST_SIDE = 20_000;

    private PcxPicture() {}

    /** Empty when it is none; a file cut off on its way is filled up with white. */
    static Optional<Stamp> read(byte[] file) {
        if (file.length < HEADER_BYTES || file[0] != MAGIC || file[3] != 1 || file[65] != 1) {
            return Optional.empty();
        }
        int width = number(file, 8) - number(file, 4) + 1;
        int rows = number(file, 10) - number(file, 6) + 1;
        int lineOctets = number(file, 66);
        int octets = (width + 7) / 8;
        boolean sound = width > 0 && rows > 0 && width <= LARGEST_SIDE && rows <= LARGEST_SIDE;
        if (!sound || lineOctets < octets) {
            return Optional.empty();
        }
        byte[] dots = new byte[octets * rows];
        Unpacking unpacking = new Unpacking(file);
        for (int y = 0; y < rows; y++) {
            for (int index = 0; index < lineOctets; index++) {
                int octet = unpacking.next();
                if (index < octets) {
                    int beyond = Math.max(0, (index + 1) * 8 - width);
                    dots[y * octets + index] = (byte) (~octet & 0xff << beyond);
                }
            }
        }
        return Optional.of(new Stamp(octets, rows, dots));
    }

    private static int number(byte[] file, int at) {
        return file[at] & 0xff | (file[at + 1] & 0xff) << 8;
    }

    /** Two high bits set: a count for the octet that follows. */
    private static final class Unpacking {
        private final byte[] file;
        private int at = HEADER_BYTES;
        private int repeats;
        private int octet;

        Unpacking(byte[] file) {
            this.file = file;
        }

        int next() {
            while (repeats == 0) {
                int first = take();
                boolean run = (first & RUN) == RUN && at < file.length;
                repeats = run ? first & ~RUN : 1;
                octet = run ? take() : first;
            }
            repeats--;
            return octet;
        }

        private int take() {
            return at < file.length ? file[at++] & 0xff : 0xff;
        }
    }
}
