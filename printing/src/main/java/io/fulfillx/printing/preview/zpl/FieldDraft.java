package io.fulfillx.printing.preview.zpl;

import java.util.Optional;

/** The field between its origin and its separator. */
final class FieldDraft {
    Place place;
    boolean placed;
    Optional<FontChoice> font = Optional.empty();
    Optional<Block> block = Optional.empty();
    Optional<Barcode> barcode = Optional.empty();
    Optional<String> data = Optional.empty();
    Optional<Serial> serial = Optional.empty();
    boolean symbols;
    boolean reversed;
    int number = -1;
    char embedder;
    char hexMark;

    FieldDraft(Place place) {
        this.place = place;
    }
}
