"""In Japanese: two subscriptions minutes apart; yen have no cents, so 2800 is 2,800 yen and not 28.00."""

from integrations.sandbox.merchant import catalogue
from integrations.sandbox.world import World


def stage(world: World) -> None:
    books, shop = world.stripe, catalogue(world)
    aoi = books.customer(
        "aoi.tanaka@hinode-kobo.example", "田中 葵", created=world.ago(days=8), country="JP", locale="ja"
    )
    card = books.card(aoi, "3530", "jcb", exp=(9, 2028), country="JP")
    books.subscribe(
        aoi,
        shop.pro_yen,
        at=world.ago(days=8, minutes=9),
        card=card,
        checkout=True,
        metadata={"account": "aoi"},
    )
    books.subscribe(aoi, shop.pro_yen, at=world.ago(days=8, minutes=2), card=card, checkout=True)
    world.zendesk.ticket(
        world.zendesk.person("田中 葵", "aoi.tanaka@hinode-kobo.example", locale="ja"),
        "二重に請求されています",
        "お世話になっております。先週プロプランに申し込みましたが、画面が固まったためもう一度ボタンを押したところ、"
        "2,800円が2回引き落とされていました。1件分の返金をお願いできますでしょうか。アカウントは引き続き使いたいです。\n\n田中",
        at=world.ago(hours=11),
    )
