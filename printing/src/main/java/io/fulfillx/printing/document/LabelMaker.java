package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.AreaScaler;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.GrayImage;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.raster.Toning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes the labels of a page: finds them, brings them to the media's size, chooses the dots. */
final class LabelMaker {
    private final Media media;
    private final Dpi dpi;

    LabelMaker(Media media, Dpi dpi) {
        this.media = media;
        this.dpi = dpi;
    }

    List<LabelPage> labels(PageSource page) throws IOException {
        List<LabelPage> labels = new ArrayList<>();
        for (Region region : LabelFinder.find(page.survey(), page.unitsPerInch(), media)) {
            labels.add(label(page, region));
        }
        return labels;
    }

    private LabelPage label(PageSource page, Region region) throws IOException {
        Placement place = Placement.of(region, page.unitsPerInch(), media, dpi);
        int finer = page.finer(place.scale());
        double scale = place.scale() * finer;
        GrayImage drawn =
                page.draw(
                        place.left(),
                        place.top(),
                        scale,
                        place.width() * finer,
                        place.height() * finer);
        whitenAround(drawn, region.content(), place, scale);
        GrayImage detail = place.turned() ? drawn.turned(1) : drawn;
        GrayImage shades = AreaScaler.shrink(detail, finer);
        return new LabelPage(Toning.dots(shades, dpi), detail, finer);
    }

    /** Neighbors on the sheet are no part of this label. */
    private static void whitenAround(GrayImage drawn, Box content, Placement place, double scale) {
        // The survey knows the edges to a unit; ink may begin a little before.
        int left = (int) Math.floor((content.left() - 1 - place.left()) * scale);
        int top = (int) Math.floor((content.top() - 1 - place.top()) * scale);
        int right = (int) Math.ceil((content.right() + 1 - place.left()) * scale);
        int bottom = (int) Math.ceil((content.bottom() + 1 - place.top()) * scale);
        drawn.whitenOutside(left, top, right, bottom);
    }
}
