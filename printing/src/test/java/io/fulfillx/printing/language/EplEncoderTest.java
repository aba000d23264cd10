package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

class EplEncoderTest extends LabelEncoderContract {
    @Override
    LabelLanguage language() {
        return LabelLanguage.EPL;
    }

    @Override
    Printed print(byte[] sent) {
        SentBytes epl = new SentBytes(sent);
        Bitmap page = new Bitmap(1, 1);
        byte[] stored = {};
        int copies = 0;
        while (!epl.isEmpty()) {
            if (epl.startsWith("GW")) {
                epl.take(2);
                int left = epl.numberUpTo(",");
                int top = epl.numberUpTo(",");
                int octets = epl.numberUpTo(",");
                byte[] rows = epl.take(octets * epl.numberUpTo(","));
                SentBytes.draw(page, left, top, octets, SentBytes.inverted(rows));
            } else if (epl.startsWith("GM")) {
                epl.upTo("\"FXLABEL\"");
                stored = epl.take(epl.numberUpTo("\n"));
            } else if (epl.startsWith("GG")) {
                epl.take(2);
                int left = epl.numberUpTo(",");
                SentBytes.drawPcx(page, left, epl.numberUpTo(","), stored);
                epl.upTo("\n");
            } else {
                String line = epl.upTo("\n");
                if (line.startsWith("q")) {
                    page = new Bitmap(Integer.parseInt(line.substring(1)), 240);
                } else if (line.startsWith("P")) {
                    copies = Integer.parseInt(line.substring(1));
                }
            }
        }
        return new Printed(page, copies);
    }
}
