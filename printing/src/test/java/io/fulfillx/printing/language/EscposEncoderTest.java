package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;

class EscposEncoderTest extends LabelEncoderContract {
    @Override
    LabelLanguage language() {
        return LabelLanguage.ESCPOS;
    }

    @Override
    Printed print(byte[] sent) {
        SentBytes escpos = new SentBytes(sent);
        List<Bitmap> pages = new ArrayList<>();
        Bitmap page = new Bitmap(200, 240);
        int y = 0;
        while (!escpos.isEmpty()) {
            int lead = escpos.octet();
            int command = escpos.octet();
            if (lead == 0x1B && command == 'J') {
                y += escpos.octet();
            } else if (lead == 0x1D && command == 'v') {
                assertEquals(0x3000, escpos.octet() << 8 | escpos.octet());
                int octets = escpos.octet() + 256 * escpos.octet();
                int rows = escpos.octet() + 256 * escpos.octet();
                assertTrue(rows <= 255);
                SentBytes.draw(page, 0, y, octets, escpos.take(octets * rows));
                y += rows;
            } else if (lead == 0x1D && command == 'V') {
                escpos.take(2);
                assertEquals(240, y);
                pages.add(page);
                page = new Bitmap(200, 240);
                y = 0;
            } else if (lead == 0x1D && command == '(') {
                escpos.octet();
                escpos.take(escpos.octet() + 256 * escpos.octet());
            } else if (lead == 0x1D && command == 'P') {
                assertEquals(203 * 257, escpos.octet() * 256 + escpos.octet());
            } else {
                assertEquals(0x1B40, lead << 8 | command);
            }
        }
        assertEquals(1, pages.stream().distinct().count());
        return new Printed(pages.getFirst(), pages.size());
    }
}
