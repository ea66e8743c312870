"""Each record says its chain itself, so that the ledger needs no other table."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models, router
from django.db.models import F, OuterRef, Subquery
from django.utils import timezone

import cookie_pages.models.indexes


def copy_chains(apps, schema_editor):
    alias = schema_editor.connection.alias
    if not router.allow_migrate(alias, "cookie_pages", model_name="consentnotice"):
        return
    notices = apps.get_model("cookie_pages", "ConsentNotice").objects.using(alias)
    records = apps.get_model("cookie_pages", "ConsentRecord").objects.using(alias)
    own = notices.filter(pk=OuterRef("notice_id")).values("chain")[:1]
    records.update(chain=Subquery(own))


def note_what_is_kept(apps, schema_editor):
    alias = schema_editor.connection.alias
    records = apps.get_model("cookie_pages", "ConsentRecord").objects.using(alias)
    days = apps.get_model("cookie_pages", "ConsentDay").objects.using(alias)
    oldest = records.order_by("created_at").first()
    if oldest:
        since = timezone.localdate(oldest.created_at)
        days.filter(day__gte=since).update(kept=F("records"))


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
        migrations.AddField(
            model_name="consentday",
            name="kept",
            field=models.PositiveIntegerField(
                default=0,
                help_text="How many of them are not deleted yet.",
                verbose_name="records kept",
            ),
            preserve_default=False,
        ),
        migrations.RunPython(
            note_what_is_kept,
            migrations.RunPython.noop,
            hints={"model_name": "consentday"},
        ),
        migrations.AlterField(
            model_name="consentrecord",
            name="created_at",
            field=models.DateTimeField(
                default=django.utils.timezone.now, verbose_name="date"
            ),
        ),
        migrations.AddIndex(
            model_name="consentrecord",
            index=cookie_pages.models.indexes.AppendOnlyIndex(
                autosummarize=True,
                fields=["created_at"],
                name="cookie_pages_record_time",
                pages_per_range=32,
            ),
        ),
    ]
