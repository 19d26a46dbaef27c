# Rows that the operator keeps: the setting row of an environment, and the reference data.

# Writes the columns of the file into the active setting row, if the org has such columns and they differ.
function Invoke-Settings {
    try { $want = ConvertFrom-Answer (Get-Content -Raw -LiteralPath $File) } catch { Stop-Run 2 need.json $File, $_.Exception.Message }
    if ($want -isnot [System.Collections.IDictionary]) { Stop-Run 2 need.json $File, 'no object' }
    Test-Settings $want
    $columns = @('wl_settingid') + @($want.Keys) -join ','
    $rows = @(Get-Rows wl_settings "`$select=$columns", '$filter=statecode eq 0', '$orderby=createdon asc', '$top=1')
    if ($rows.Count -eq 0) { Stop-Run 3 settings.none }
    $changed = Get-Changes $want @() $rows[0]
    foreach ($column in $changed.Keys) { Write-Deed settings.changed $column, (ConvertTo-Body $rows[0][$column]), (ConvertTo-Body $want[$column]) }
    if ($changed.Count -gt 0) { Write-Org PATCH "wl_settings($($rows[0].wl_settingid))" (ConvertTo-Body $changed) @{ 'If-Match' = '*' } }
    Write-Text settings.summary $changed.Count, ($want.Count - $changed.Count)
    if ($changed.Contains('wl_enforcement')) { Write-Text settings.gate }
}

# Against the org's own definition of the table, so that a typing error is found before anything is written.
function Test-Settings($Want) {
    $definition = @(Get-Rows "EntityDefinitions(LogicalName='wl_setting')/Attributes" '$select=LogicalName,AttributeType,IsValidForUpdate')
    $wrong = $false
    foreach ($column in $Want.GetEnumerator()) {
        $type = $definition | Where-Object { $_.LogicalName -ceq $column.Key -and $_.IsValidForUpdate } | Select-Object -First 1 | ForEach-Object AttributeType
        if (-not $type -or $type -in 'Lookup', 'Uniqueidentifier') {
            Write-Complaint settings.column $File, $column.Key
            $wrong = $true
            continue
        }
        $kind = switch ($type) { Boolean { 'bool' } Integer { 'whole' } Picklist { 'whole' } Decimal { 'number' } default { 'text' } }
        if (-not (Test-Kind $kind $column.Value)) {
            Write-Complaint settings.type $File, $column.Key, $type, (Get-Text "settings.$kind")
            $wrong = $true
        }
    }
    if ($wrong) { Stop-Quietly 2 }
}

function Test-Kind([string] $Kind, $Value) {
    if ($null -eq $Value) { return $true }
    switch ($Kind) {
        bool { $Value -is [bool] }
        whole { $Value -is [long] }
        number { $Value -is [long] -or $Value -is [decimal] }
        text { $Value -is [string] }
    }
}

# The reference data as the Configuration Migration Tool would import it: rows are found by id, then by the column the schema compares
# by; tables that are not to be updated keep the rows they have.
function Invoke-Data {
    foreach ($file in 'data_schema.xml', 'data.xml') {
        if (-not (Test-Path -LiteralPath (Join-Path $Data $file))) { Stop-Run 2 need.file "$Data/$file" }
    }
    $schema = [xml] (Get-Content -Raw -LiteralPath (Join-Path $Data data_schema.xml))
    $content = [xml] (Get-Content -Raw -LiteralPath (Join-Path $Data data.xml))
    $script:RowCounts = @{ created = 0; changed = 0; unchanged = 0 }
    foreach ($entity in $schema.SelectNodes('/entities/entity')) {
        Import-Table $entity @($content.SelectNodes("/entities/entity[@name='$($entity.GetAttribute('name'))']/records/record"))
    }
    Write-Text data.summary $RowCounts.created, $RowCounts.changed, $RowCounts.unchanged
}

function Import-Table($Entity, [object[]] $Records) {
    $types = [ordered]@{}
    $Entity.SelectNodes('fields/field') | ForEach-Object { $types[$_.GetAttribute('name')] = $_.GetAttribute('type') }
    $set = (Invoke-Org GET "EntityDefinitions(LogicalName='$($Entity.GetAttribute('name'))')?`$select=EntitySetName").EntitySetName
    $now = @(Get-Rows $set "`$select=$($types.Keys -join ',')")
    if ($Entity.GetAttribute('skipupdate') -eq 'true' -and $now.Count -gt 0) {
        Write-Text data.kept $set
        $RowCounts.unchanged += $Records.Count
        return
    }
    $table = @{
        Set = $set
        Id = $Entity.GetAttribute('primaryidfield')
        Label = $Entity.GetAttribute('primarynamefield')
        Key = $Entity.SelectSingleNode("fields/field[@updateCompare='true']/@name")?.Value
        Now = $now
    }
    foreach ($record in $Records) { Import-Row $table (Read-Record $record $types) }
}

function Read-Record($Record, $Types) {
    $row = [ordered]@{}
    foreach ($field in $Record.SelectNodes('field')) {
        $value = $field.GetAttribute('value')
        $row[$field.GetAttribute('name')] = switch ($Types[$field.GetAttribute('name')]) {
            bool { $value -eq 'true' }
            { $_ -in 'optionsetvalue', 'number' } { [long] $value }
            default { $value }
        }
    }
    $row
}

function Import-Row($Table, $Row) {
    $found = $Table.Now | Where-Object { $_[$Table.Id] -eq $Row[$Table.Id] } | Select-Object -First 1
    if (-not $found -and $Table.Key) { $found = $Table.Now | Where-Object { $_[$Table.Key] -ceq $Row[$Table.Key] } | Select-Object -First 1 }
    $name = $Row[$Table.Key ?? $Table.Label]
    $id = $found ? $found[$Table.Id] : $Row[$Table.Id]
    $Row.Remove($Table.Id)
    $planned = @{ Exists = $null -ne $found; Changes = Get-Changes $Row @() $found }
    $kind = Get-Kind $planned
    $RowCounts[$kind]++
    if ($kind -ne 'unchanged') {
        Write-Org PATCH "$($Table.Set)($id)" (ConvertTo-Body $planned.Changes) ($found ? @{ 'If-Match' = '*' } : @{})
        Write-Deed "data.$kind" $Table.Set, $name, (Format-Names $planned.Changes)
    }
}
