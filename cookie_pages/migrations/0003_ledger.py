"""Each record says its chain itself, so that the ledger needs no other table."""

import django.db.models.deletion
from django.db import migrations, models, router
from django.db.models import OuterRef, Subquery


def copy_chains(apps, schema_editor):
    alias = schema_editor.connection.alias
    if not router.allow_migrate(alias, "cookie_pages", model_name="consentnotice"):
        return
    notices = apps.get_model("cookie_pages", "ConsentNotice").objects.using(alias)
    records = apps.get_model("cookie_pages", "ConsentRecord").objects.using(alias)
    own = notices.filter(pk=OuterRef("notice_id")).values("chain")[:1]
    records.update(chain=Subquery(own))


class Migration(migrations.Migration):

    dependencies = [
        ("cookie_pages", "0002_counted_days"),
    ]

    operations = [
        migrations.AddField(
            model_name="consentrecord",
            name="chain",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.RunPython(
            copy_chains,
            migrations.RunPython.noop,
            hints={"model_name": "consentrecord"},
        ),
        migrations.AlterField(
            model_name="consentrecord",
            name="chain",
            field=models.PositiveIntegerField(
                help_text="The notice's own, so that records can be counted alone.",
                verbose_name="chain",
            ),
        ),
        migrations.AlterField(
            model_name="consentrecord",
            name="notice",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="cookie_pages.consentnotice",
                verbose_name="published notice",
            ),
        ),
    ]
