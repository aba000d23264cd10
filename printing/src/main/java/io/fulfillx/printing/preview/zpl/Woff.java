package io.fulfillx.printing.preview.zpl;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The Web Open Font Format 1.0: a TrueType font whose tables are deflated one by one. */
final class Woff {
    private static final int HEADER = 44;
    private static final int ENTRY = 20;

    private Woff() {}

    /**
     * @throws IOException when a table is damaged
     */
    static byte[] unpack(byte[] file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(file);
        int tables = in.getShort(12);
        ByteBuffer out = ByteBuffer.allocate(12 + 16 * tables + in.getInt(16));
        out.putInt(in.getInt(4)).putShort((short) tables).position(12);
        int at = 12 + 16 * tables;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + ENTRY * i;
            byte[] table = new byte[in.getInt(entry + 12)];
            byte[] packed = new byte[in.getInt(entry + 8)];
            in.get(in.getInt(entry + 4), packed);
            inflate(packed, table);
            out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 16)).putInt(at);
            out.putInt(table.length);
            out.put(at, table);
            at += (table.length + 3) / 4 * 4;
        }
        return out.array();
    }

    private static void inflate(byte[] packed, byte[] table) throws IOException {
        if (packed.length == table.length) {
            System.arraycopy(packed, 0, table, 0, table.length);
            return;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            if (inflater.inflate(table) != table.length) {
                throw new IOException("a table of the font is cut short");
            }
        } catch (DataFormatException e) {
            throw new IOException("a table of the font is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
