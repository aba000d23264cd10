package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.CartonCode;
import io.fulfillx.model.code.LocationCode;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

/** Says in words what a scan stands for. */
final class ScanWords {
    private final Texts texts;

    ScanWords(Texts texts) {
        this.texts = texts;
    }

    String of(Scan scan) {
        return switch (ScanMeaning.of(scan)) {
            case ScanMeaning.Own(var code) -> own(code);
            case ScanMeaning.Product(var barcode, var _) -> texts.get("meaning.product", barcode);
            case ScanMeaning.Parcel parcel ->
                    texts.get(
                            "meaning.parcel",
                            parcel.best().carrier().title(),
                            parcel.best().number());
            case ScanMeaning.ShippingUnit(var sscc, var _) -> texts.get("meaning.unit", sscc);
            case ScanMeaning.Garbage(var reason) -> texts.get("meaning.garbage", reason);
        };
    }

    private String own(OwnCode code) {
        return switch (code) {
            case ToteCode(var number) -> texts.get("meaning.tote", number);
            case LocationCode(var location) -> texts.get("meaning.location", location);
            // A badge is a key: never show its secret.
            case BadgeCode _ -> texts.get("meaning.badge");
            case CartonCode(var carton) -> texts.get("meaning.carton", carton);
            case OrderCode(var number) -> texts.get("meaning.order", number);
            case ActionCode(var action, var units) ->
                    action == ActionCode.Action.TIMES
                            ? texts.get("times", units)
                            : texts.get("meaning.command", texts.get("action." + action));
        };
    }
}
