package io.fulfillx.backend.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.platform.Fault;

import java.util.Arrays;
import java.util.List;

/** The columns of the catalog as a table, and where each stands in an item. */
enum ItemColumns {
    SKU("sku", "/sku", Kind.TEXT),
    TITLE("title", "/title", Kind.TEXT),
    BARCODES("barcodes", "/barcodes", Kind.LIST),
    PACK_BARCODES("packBarcodes", "/packBarcodes", Kind.PACKS),
    WEIGHT("weightGrams", "/weightGrams", Kind.WHOLE),
    LENGTH("lengthMm", "/lengthMm", Kind.WHOLE),
    WIDTH("widthMm", "/widthMm", Kind.WHOLE),
    HEIGHT("heightMm", "/heightMm", Kind.WHOLE),
    LOCATION("location", "/location", Kind.TEXT),
    FRAGILE("fragile", "/handling/fragile", Kind.FLAG),
    THIS_SIDE_UP("thisSideUp", "/handling/thisSideUp", Kind.FLAG),
    SHIPS_ALONE("shipsAlone", "/handling/shipsAlone", Kind.FLAG),
    OWN_CONTAINER("ownContainer", "/handling/ownContainer", Kind.FLAG),
    MAX_TOP_LOAD("maxTopLoadGrams", "/handling/maxTopLoadGrams", Kind.WHOLE),
    TEMPERATURE("temperature", "/handling/temperature", Kind.TEXT),
    UN_NUMBER("unNumber", "/hazmat/unNumber", Kind.TEXT),
    HAZARD_CLASS("hazardClass", "/hazmat/hazardClass", Kind.TEXT),
    PACKING_GROUP("packingGroup", "/hazmat/packingGroup", Kind.TEXT),
    LITHIUM("lithium", "/hazmat/lithium", Kind.TEXT),
    LIMITED_QUANTITY("limitedQuantity", "/hazmat/limitedQuantity", Kind.FLAG),
    ORIGIN("originCountry", "/customs/originCountry", Kind.TEXT),
    HS_CODE("hsCode", "/customs/hsCode", Kind.TEXT),
    CUSTOMS_TEXT("customsDescription", "/customs/description", Kind.TEXT),
    COST("unitCostMinor", "/unitCost/minor", Kind.WHOLE),
    CURRENCY("unitCostCurrency", "/unitCost/currency", Kind.TEXT);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String title;
    private final String pointer;
    private final Kind kind;

    private enum Kind {
        TEXT,
        WHOLE,
        FLAG,
        LIST,
        PACKS
    }

    ItemColumns(String title, String pointer, Kind kind) {
        this.title = title;
        this.pointer = pointer;
        this.kind = kind;
    }

    String title() {
        return title;
    }

    /**
     * @throws Fault INVALID when there is no such column
     */
    static ItemColumns named(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(title.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Fault(
                                        Fault.Code.INVALID,
                                        "There is no column \"" + title.strip() + "\"."));
    }

    /** The column that a fault in an item points to; the SKU's where it is none of them. */
    static ItemColumns at(String pointer) {
        return Arrays.stream(values())
                .filter(column -> pointer.startsWith(column.pointer))
                .reduce((_, later) -> later)
                .orElse(SKU);
    }

    /** Adds the field to a patch; an empty one removes what is there. */
    void write(ObjectNode patch, String field) {
        String text = field.strip().replaceFirst("^'(?=[=+@-])", "");
        String[] steps = pointer.substring(1).split("/");
        ObjectNode target = steps.length == 1 ? patch : patch.withObject("/" + steps[0]);
        target.set(steps[steps.length - 1], text.isEmpty() ? JSON.nullNode() : value(text));
    }

    private JsonNode value(String text) {
        return switch (kind) {
            case TEXT -> JSON.textNode(text);
            case WHOLE -> whole(text);
            case FLAG -> flag(text);
            case LIST -> {
                ArrayNode list = JSON.arrayNode();
                List.of(text.split("\\|")).forEach(list::add);
                yield list;
            }
            case PACKS -> packs(text);
        };
    }

    private JsonNode whole(String text) {
        if (!text.matches("-?[0-9]{1,18}")) {
            throw Fault.invalid(pointer, "A whole number is expected.");
        }
        return JSON.numberNode(Long.parseLong(text));
    }

    private JsonNode flag(String text) {
        return switch (text) {
            case "true", "TRUE", "1", "yes" -> JSON.booleanNode(true);
            case "false", "FALSE", "0", "no" -> JSON.booleanNode(false);
            default -> throw Fault.invalid(pointer, "true or false is expected.");
        };
    }

    /** Written as {@code CASE:12:04006381333931|PALLET:480:…}. */
    private JsonNode packs(String text) {
        ArrayNode list = JSON.arrayNode();
        for (String pack : text.split("\\|")) {
            String[] parts = pack.split(":", 3);
            if (parts.length != 3 || !parts[1].matches("[0-9]{1,7}")) {
                throw Fault.invalid(pointer, "A pack is written CASE:12:barcode.");
            }
            list.addObject()
                    .put("uom", parts[0])
                    .put("units", Integer.parseInt(parts[1]))
                    .put("barcode", parts[2]);
        }
        return list;
    }

    /** The field of an item, ready to stand between commas. */
    String read(JsonNode item) {
        JsonNode value = item.at(pointer);
        String text =
                switch (kind) {
                    case TEXT, WHOLE, FLAG -> value.asText("");
                    case LIST ->
                            String.join("|", value.valueStream().map(JsonNode::asText).toList());
                    case PACKS ->
                            String.join(
                                    "|",
                                    value.valueStream()
                                            .map(
                                                    pack ->
                                                            "%s:%d:%s"
                                                                    .formatted(
                                                                            pack.path("uom")
                                                                                    .asText(),
                                                                            pack.path("units")
                                                                                    .asInt(),
                                                                            pack.path("barcode")
                                                                                    .asText()))
                                            .toList());
                };
        return quoted(text);
    }

    /** A leading sign would be a formula in a spreadsheet (CWE-1236); a quote in front stops it. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
